/** Whether an element is drawn, by its style; no layout is asked for. Without style, by its own attributes. */
export const isVisible = (element: Element): boolean =>
  typeof element.checkVisibility === 'function'
    ? element.checkVisibility({ visibilityProperty: true })
    : element.closest('[hidden],[style*="display:none"],[style*="display: none"],input[type="hidden"]') ===
      null;
