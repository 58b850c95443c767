import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module';
import { ListPeopleService } from './list-people.service';
import { SmartListController } from './smart-list.controller';
import { SmartListService } from './smart-list.service';

@Module({
  imports: [SettingsModule],
  controllers: [SmartListController],
  providers: [ListPeopleService, SmartListService],
  exports: [ListPeopleService, SmartListService],
})
export class SmartListModule {}
