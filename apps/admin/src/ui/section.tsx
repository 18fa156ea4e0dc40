import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Content that draws its own edges (tables) goes without padding. */
  readonly flush?: boolean;
}

/** A titled surface. */
export const Section = ({ title, aside, children, flush = false }: SectionProps) => {
  const id = useId();
  return (
    <section className={`panel ${classes.section}`} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {aside}
      </div>
      <div className={flush ? undefined : classes.body}>{children}</div>
    </section>
  );
};
