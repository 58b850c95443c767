import type { AttributeType } from '@tallysheet/contract';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instantColumn } from './columns';

/** Something that is known of people, under one name and of one type. */
@Entity('attribute')
@Index('attribute_name', ['workspaceId', 'nameKey'], { unique: true })
export class AttributeEntity {
  @PrimaryGeneratedColumn({ type: 'int' })
  id!: number;

  @Column({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  /** The name as names are compared. It may be longer than the name: some letters become two in lower case. */
  @Column({ name: 'name_key', type: 'varchar', length: 512 })
  nameKey!: string;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ type: 'varchar', length: 16 })
  type!: AttributeType;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: number;
}
