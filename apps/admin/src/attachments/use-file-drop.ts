import { type DragEvent, useState } from 'react';

/** Whatever else is dragged over the page (a link, a selection) is none of our business. */
const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Makes an element take files that are dropped on it. `isOver` while some hover above. */
export const useFileDrop = (isOpen: boolean, onFiles: (files: readonly File[]) => void) => {
  const [isOver, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!isOpen || !hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const onDrop = (event: DragEvent): void => {
    if (!isOpen || !hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return { isOver, dropProps: { onDragOver, onDragLeave, onDrop } };
};
