import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/kernel/db/database.ts';
import { DatabaseError } from '../../src/kernel/db/database-error.ts';
import { engineName, openTestDatabase } from './engine.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.query(sql`drop table if exists contract`);
  await database.query(sql`create table contract (id bigint primary key, name text)`);
});

afterAll(async () => {
  await database.query(sql`drop table contract`);
  await database.close();
});

async function value(statement: ReturnType<typeof sql>): Promise<unknown> {
  const [row] = await database.query<{ v: unknown }>(statement);
  return row!.v;
}

async function* from(...chunks: (string | Uint8Array)[]) {
  yield* chunks;
}

async function count(): Promise<unknown> {
  return await value(sql`select count(*) as v from contract`);
}

describe(`values on ${engineName}`, () => {
  const literals: [string, unknown][] = [
    ['42::int2', 42],
    ['42::int4', 42],
    ['42::int8', 42],
    ['9007199254740993::int8', '9007199254740993'],
    ['1.5::float8', 1.5],
    ['0.1::float4', 0.1],
    ['0.1::float8 + 0.2::float8', 0.30000000000000004],
    ["'Infinity'::float8", Number.POSITIVE_INFINITY],
    ['12.340::numeric', 12.34],
    ['-0.00012::numeric', -0.00012],
    ['12345678901234567.89::numeric', '12345678901234567.89'],
    ['true', true],
    ['null::text', null],
    ["'Bakı'::text", 'Bakı'],
    ["'Bakı'::varchar(10)", 'Bakı'],
    ["date '2024-02-29'", '2024-02-29'],
    ["timestamp '2024-02-29 01:02:03'", '2024-02-29T01:02:03'],
    ["timestamptz '2024-02-29 01:02:03+04'", '2024-02-28T21:02:03Z'],
    ["timestamptz '2024-02-29 01:02:03.123456Z'", '2024-02-29T01:02:03.123456Z'],
    ["timestamptz 'infinity'", 'infinity'],
    ["timestamptz '-infinity'", '-infinity'],
    ["'1 day 02:00'::interval", 'P1DT2H'],
    ['\'{"a":[1,null,"x"]}\'::jsonb', { a: [1, null, 'x'] }],
    ["'null'::jsonb", null],
    ["'\\x00ff10'::bytea", new Uint8Array([0, 255, 16])],
    ["array['a','b,\"c\\',null]", ['a', 'b,"c\\', null]],
    ["array['NULL','']", ['NULL', '']],
    ['array[1,2]::int8[]', [1, 2]],
    [
      'array[[1,2],[3,4]]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["'{}'::text[]", []],
    ["array[date '2024-01-01']", ['2024-01-01']],
    ["array[timestamptz '2024-01-01 00:00Z']", ['2024-01-01T00:00:00Z']],
    ['array[\'{"a":1}\'::jsonb]', [{ a: 1 }]],
    ["'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid", '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
    ['st_setsrid(st_point(1, 2), 4326)', '0101000020E6100000000000000000F03F0000000000000040'],
    ['array[st_point(1, 2)]', '{0101000000000000000000F03F0000000000000040}'],
  ];

  test.each(literals)('%s', async (expression, expected) => {
    expect(await value(sql`select ${raw(expression)} as v`)).toEqual(expected);
  });

  const parameters: [string, unknown, unknown][] = [
    ['int8', 9007199254740991, 9007199254740991],
    ['int8', 12n, 12],
    ['float8', 1e-7, 1e-7],
    ['boolean', false, false],
    ['text', null, null],
    ['text', undefined, null],
    ['text', 'a"\\\n\t', 'a"\\\n\t'],
    ['text', 7, '7'],
    ['jsonb', { a: "it's" }, { a: "it's" }],
    ['jsonb', '[1,2]', [1, 2]],
    ['text[]', ['a', null, 'b"\\', ''], ['a', null, 'b"\\', '']],
    ['text[]', [], []],
    ['int8[]', [1, 2], [1, 2]],
    ['jsonb[]', [{ a: 1 }], [{ a: 1 }]],
    ['bytea', new Uint8Array([0, 1, 255]), new Uint8Array([0, 1, 255])],
    ['timestamptz', new Date('2024-01-02T03:04:05.678Z'), '2024-01-02T03:04:05.678Z'],
    ['timestamptz', 'infinity', 'infinity'],
    ['date', '2024-01-02', '2024-01-02'],
  ];

  test.each(parameters)('a parameter of type %s', async (type, given, expected) => {
    expect(await value(sql`select ${given}::${raw(type)} as v`)).toEqual(expected);
  });

  test('of two columns with one name the last one counts', async () => {
    expect(await database.query(sql`select 1 as v, 2 as v`)).toEqual([{ v: 2 }]);
  });
});

describe(`statements on ${engineName}`, () => {
  test('a refused statement says its SQLSTATE and constraint', async () => {
    await database.query(sql`insert into contract values (1, 'a')`);
    const error = await database.query(sql`insert into contract values (1, 'b')`).catch((e) => e);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ code: '23505', constraint: 'contract_pkey', table: 'contract' });
    await expect(database.query(sql`select 1/0`)).rejects.toMatchObject({ code: '22012' });
    await database.query(sql`truncate contract`);
  });

  test('a role or schema named like the user is not searched', async () => {
    expect(await value(sql`select current_setting('search_path') as v`)).toBe('public');
    expect(await value(sql`select current_setting('TimeZone') as v`)).toBe('UTC');
  });
});

describe(`transactions on ${engineName}`, () => {
  test('commit', async () => {
    const result = await database.transaction(async (tx) => {
      await tx.query(sql`insert into contract values (10, 'x')`);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await count()).toBe(1);
    await database.query(sql`truncate contract`);
  });

  test('roll back when the work throws, and the next statement runs', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(sql`insert into contract values (10, 'x')`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await count()).toBe(0);
  });

  test('never resolve when a swallowed failure has voided them', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(sql`insert into contract values (10, 'x')`);
      await tx.query(sql`select 1/0`).catch(() => {});
    });
    await expect(failing).rejects.toThrow('void');
    expect(await count()).toBe(0);
  });

  test('savepoints', async () => {
    await database.transaction(async (tx) => {
      await tx.query(sql`insert into contract values (10, 'x')`);
      await tx.query(sql`savepoint before`);
      await tx.query(sql`insert into contract values (10, 'x')`).catch(() => {});
      await tx.query(sql`rollback to savepoint before`);
    });
    expect(await count()).toBe(1);
    await database.query(sql`truncate contract`);
  });

  test('refuse statements that go around them', async () => {
    const failing = database.transaction(async () => {
      await database.query(sql`select 1`);
    });
    await expect(failing).rejects.toThrow('not to the transaction');
    const nested = database.transaction(() => database.transaction(async () => {}));
    await expect(nested).rejects.toThrow('not to the transaction');
  });

  test('twenty at once, each whole', async () => {
    const raise = () =>
      database.transaction(async (tx) => {
        const [row] = await tx.query<{ id: number }>(
          sql`update contract set id = id + 1 where name = 'counter' returning id`,
        );
        await tx.query(sql`insert into contract values (${-row!.id}, 'trace')`);
      });
    await database.query(sql`insert into contract values (0, 'counter')`);
    await Promise.all(Array.from({ length: 20 }, raise));
    expect(await value(sql`select id as v from contract where name = 'counter'`)).toBe(20);
    expect(await value(sql`select count(*) as v from contract where name = 'trace'`)).toBe(20);
    await database.query(sql`truncate contract`);
  });
});

describe(`COPY on ${engineName}`, () => {
  test('chunks that split lines and characters', async () => {
    const bytes = Buffer.from('1\tBakı\n2\t\\N\n3\ta\\tb\\nc\n');
    const rows = await database.copyIn(
      'contract (id, name)',
      from(bytes.subarray(0, 6), bytes.subarray(6, 7), bytes.subarray(7).toString()),
    );
    expect(rows).toBe(3);
    expect(await database.query(sql`select id, name from contract order by id`)).toEqual([
      { id: 1, name: 'Bakı' },
      { id: 2, name: null },
      { id: 3, name: 'a\tb\nc' },
    ]);
    await database.query(sql`truncate contract`);
  });

  test('nothing at all', async () => {
    expect(await database.copyIn('contract (id, name)', from())).toBe(0);
  });

  test('more than one piece of memory, back-pressure on the way', async () => {
    async function* many() {
      for (let i = 0; i < 200_000; i += 1000)
        yield Array.from({ length: 1000 }, (_, k) => `${i + k}\t${'x'.repeat(40)}\n`).join('');
    }
    expect(await database.copyIn('contract (id, name)', many())).toBe(200_000);
    expect(await count()).toBe(200_000);
    await database.query(sql`truncate contract`);
  });

  test('one bad line refuses all', async () => {
    const failing = database.copyIn('contract (id, name)', from('1\ta\n', 'nonsense\tb\n'));
    await expect(failing).rejects.toMatchObject({ code: '22P02' });
    expect(await count()).toBe(0);
  });

  test('a source that breaks leaves nothing, in a transaction too', async () => {
    async function* breaking() {
      for (let i = 0; i < 300_000; i++) yield `${i}\t${'x'.repeat(20)}\n`;
      throw new Error('source broke');
    }
    await expect(database.copyIn('contract (id, name)', breaking())).rejects.toThrow('source broke');
    const swallowed = database.transaction(async (tx) => {
      await tx.copyIn('contract (id, name)', breaking()).catch(() => {});
    });
    await expect(swallowed).rejects.toThrow('void');
    expect(await count()).toBe(0);
  });
});

describe(`COPY to us on ${engineName}`, () => {
  const tuplesOf = async (statement: Parameters<typeof database.copyTuplesOut>[0]) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of database.copyTuplesOut(statement)) chunks.push(chunk);
    return chunks;
  };

  test('rows come as whole binary tuples, values in the statement as they are', async () => {
    const name = "O'Neill \\ Bakı";
    const chunks = await tuplesOf(sql`select ${7}::int4, ${name}::text, null::text where ${true}::boolean`);
    const text = Buffer.from(name);
    const expected = Buffer.concat([
      Buffer.from([0, 3, 0, 0, 0, 4, 0, 0, 0, 7, 0, 0, 0, text.length]),
      text,
      Buffer.from([0xff, 0xff, 0xff, 0xff]),
    ]);
    expect(Buffer.concat(chunks)).toEqual(expected);
  });

  test('no rows are no chunks', async () => {
    expect(await tuplesOf(sql`select 1 where false`)).toEqual([]);
  });

  test('each chunk of many holds whole tuples', async () => {
    const chunks = await tuplesOf(sql`select n, repeat('x', n % 5000) from generate_series(1, 3000) n`);
    let last = 0;
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      for (let at = 0; at < bytes.length; at += 14 + bytes.readInt32BE(at + 10)) {
        expect(bytes.readInt16BE(at)).toBe(2);
        expect(bytes.readInt32BE(at + 6)).toBe(++last);
        expect(bytes.readInt32BE(at + 10)).toBe(last % 5000);
      }
    }
    expect(last).toBe(3000);
  });

  test('what the database refuses is thrown, and whoever stops early leaves the connection to others', async () => {
    await expect(tuplesOf(sql`select * from nowhere`)).rejects.toMatchObject({ code: '42P01' });
    for (let i = 0; i < 12; i++)
      for await (const chunk of database.copyTuplesOut(sql`select n from generate_series(1, 100000) n`)) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
    expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});

describe(`LISTEN on ${engineName}`, () => {
  test('hears what was committed, until it stops', async () => {
    const heard: string[] = [];
    let wake = () => {};
    const stop = await database.listen('Contract channel', (payload) => {
      heard.push(payload);
      wake();
    });
    const first = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await database
      .transaction(async (tx) => {
        await tx.query(sql`select pg_notify('Contract channel', 'rolled back')`);
        throw new Error('no');
      })
      .catch(() => {});
    await database.query(sql`select pg_notify('Contract channel', 'seven')`);
    await first;
    await stop();
    await database.query(sql`select pg_notify('Contract channel', 'eight')`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual(['seven']);
  });
});
