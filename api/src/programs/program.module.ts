import { Module } from '@nestjs/common';
import { ProgramController } from './program.controller';
import { ProgramFiguresService } from './program-figures.service';

@Module({ controllers: [ProgramController], providers: [ProgramFiguresService] })
export class ProgramModule {}
