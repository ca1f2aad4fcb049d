package org.mikromerit.kit.sql;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Binds several byte strings as PostgreSQL's array; its driver takes them in no array of objects.
 */
final class BytesArguments extends AbstractArgumentFactory<byte[][]> {
  BytesArguments() {
    super(Types.ARRAY);
  }

  @Override
  protected Argument build(byte[][] values, ConfigRegistry config) {
    return (position, statement, _) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", values));
  }
}
