import { type ComponentType, type ReactElement, type ReactNode, useState } from 'react';

/** A menu that is open when it first appears, around the button that it belongs to. */
export type LoadedMenu = ComponentType<{ readonly button: ReactElement }>;

interface MenuOnDemandProps {
  readonly load: () => Promise<LoadedMenu>;
  readonly className: string | undefined;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A menu button whose menu comes with the first press: no screen waits for what may never be opened. */
export const MenuOnDemand = ({ load, className, label, children }: MenuOnDemandProps) => {
  const [Menu, setMenu] = useState<LoadedMenu | null>(null);
  const prefetch = (): void => void load();
  const button = (
    <button type="button" className={className} aria-haspopup="menu" aria-label={label}>
      {children}
    </button>
  );
  if (Menu) return <Menu button={button} />;
  return (
    <button
      type="button"
      className={className}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={label}
      onPointerEnter={prefetch}
      onFocus={prefetch}
      onClick={() => void load().then((loaded) => setMenu(() => loaded))}
    >
      {children}
    </button>
  );
};
