import { Module } from '@nestjs/common';
import { AttributeService } from './attribute.service';
import { PeopleIntakeService } from './people-intake.service';
import { PeopleRetryService } from './people-retry.service';
import { PeopleController } from './people.controller';

@Module({
  controllers: [PeopleController],
  providers: [AttributeService, PeopleIntakeService, PeopleRetryService],
  exports: [PeopleIntakeService, PeopleRetryService],
})
export class PeopleModule {}
