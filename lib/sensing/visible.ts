/** Whether an element is drawn, by its style alone: no layout is asked for. */
export const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
