package io.shisei.security.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.test.DatabaseTest;
import io.shisei.test.OlderSchema;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** What becomes of the users of a version that knew no roles. */
@DatabaseTest
class RoleMigrationTests {

    @Autowired
    DataSource database;

    @Test
    void whoCouldDoEverythingStillCan() throws Exception {
        try (var older = new OlderSchema(database, "without_roles", "51")) {
            older.jdbc().execute("insert into app_user values ('admin', 'hash', now())");
            older.migrate();
            assertThat(older.jdbc().queryForList("select role || ' ' || own_password from app_user", String.class))
                    .containsExactly("ADMINISTRATOR true");
            assertThatThrownBy(() -> older.jdbc()
                            .execute("insert into app_user (username, password_hash, created_at)"
                                    + " values ('forgotten', 'hash', now())"))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
