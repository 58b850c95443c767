export * from './format';
export * from './keys';
