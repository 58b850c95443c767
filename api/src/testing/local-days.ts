// The days that cases are made of are those that the brute-force counter tells.
export { addDays, localDay, startOfDay } from '../../../libs/counting/src/oracle/brute-calendar';
