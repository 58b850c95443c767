import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigColumn, idColumn } from './columns';

/** What a program cost in one month, in hundredths of whatever money the workspace counts in. */
@Entity('program_cost')
export class ProgramCost {
  @PrimaryColumn({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @PrimaryColumn({ ...idColumn, name: 'program_id' })
  programId!: string;

  /** `2026-03`. */
  @PrimaryColumn({ type: 'varchar', length: 7 })
  month!: string;

  @Column(bigColumn)
  amount!: number;
}
