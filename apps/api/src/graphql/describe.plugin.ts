import SchemaBuilder, {
  BasePlugin,
  type PothosEnumTypeConfig,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core';
import { VALUE_TEXT } from './value-text.ts';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      describe: DescribePlugin<Types>;
    }
  }
}

const withValueTexts = (config: PothosEnumTypeConfig): PothosEnumTypeConfig => {
  const texts = VALUE_TEXT[config.name];
  if (!texts || typeof config.values === 'function') return config;
  const values = Object.entries(config.values).map(([name, value]) => [
    name,
    { ...value, description: value.description ?? texts[name] },
  ]);
  return { ...config, values: Object.fromEntries(values) };
};

/** Describes what other plugins define without a word, and the values of enums. */
class DescribePlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig): PothosTypeConfig {
    return config.kind === 'Enum' ? withValueTexts(config) : config;
  }

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    return config.name === 'totalCount' && !config.description
      ? { ...config, description: 'How many entries the whole list has.' }
      : config;
  }
}

const PLUGIN = 'describe';
SchemaBuilder.registerPlugin(PLUGIN, DescribePlugin);

export const describePlugin: typeof PLUGIN = PLUGIN;
