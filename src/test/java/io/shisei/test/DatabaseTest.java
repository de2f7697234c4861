package io.shisei.test;

import io.shisei.paging.PlannedReads;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.context.annotation.Import;

/**
 * A test of what stands on the database: migrated, and rolled back after each method. Each kind of slice keeps a pool until
 * the run ends, so it may not keep connections that nobody uses: PostgreSQL has some hundred.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJdbcTest(properties = {"spring.datasource.hikari.minimum-idle=0", "spring.datasource.hikari.idle-timeout=10000"})
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import({TestDatabase.class, PlannedReads.class})
public @interface DatabaseTest {}
