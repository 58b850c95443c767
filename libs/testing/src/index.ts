export * from './stores/each-store';
export * from './stores/test-store';
export * from './story/marketo-extract';
export * from './story/message-story';
export * from './story/moments';
export * from './workbook/workbook';
