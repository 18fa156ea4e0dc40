import { describe, expect, it } from 'vitest';
import { connectionOptions } from './connection.ts';

describe('connectionOptions', () => {
  it('steps down to the role and limits every connection', () => {
    const { connectionString, options } = connectionOptions(
      'postgres://owner:secret@db.example:5432/zahlwerk',
      'zahlwerk_app',
    );
    expect(connectionString).toBe('postgres://owner:secret@db.example:5432/zahlwerk');
    expect(options).toBe(
      '-c lock_timeout=2000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000 -c role=zahlwerk_app',
    );
  });

  it('keeps what the address asks for, but the role has the last word', () => {
    const { connectionString, options } = connectionOptions(
      'postgres://db.example/zahlwerk?sslmode=require&options=-c%20search_path%3Dpublic%20-c%20role%3Dpostgres',
      'zahlwerk_system',
    );
    expect(connectionString).toBe('postgres://db.example/zahlwerk?sslmode=require');
    expect(options.startsWith('-c search_path=public -c role=postgres ')).toBe(true);
    expect(options.endsWith('-c role=zahlwerk_system')).toBe(true);
  });
});
