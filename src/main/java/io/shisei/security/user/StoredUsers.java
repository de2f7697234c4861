package io.shisei.security.user;

import io.shisei.database.Instants;
import io.shisei.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the users. */
final class StoredUsers {

    private final JdbcClient jdbc;

    StoredUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Credentials> credentials(String username) {
        return jdbc.sql("select username, password_hash, role from app_user where username = :username")
                .param("username", askable(username))
                .query((row, number) -> new Credentials(
                        row.getString("username"), row.getString("password_hash"), Role.valueOf(row.getString("role"))))
                .optional();
    }

    Optional<Person> find(String username) {
        return jdbc.sql("select * from app_user where username = :username")
                .param("username", askable(username))
                .query(StoredUsers::person)
                .optional();
    }

    List<Person> list() {
        return jdbc.sql("select * from app_user order by lower(username)")
                .query(StoredUsers::person)
                .list();
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select from app_user)")
                .query(Boolean.class)
                .single();
    }

    /** How many there are, of whom none stops being one before the transaction ends. */
    int holdAdministrators() {
        return jdbc.sql("select username from app_user where role = 'ADMINISTRATOR' order by username for update")
                .query(String.class)
                .list()
                .size();
    }

    /** Whether there was nobody of that name, in whatever case. */
    boolean add(Person person, String passwordHash) {
        return jdbc.sql("""
                        insert into app_user (username, password_hash, role, own_password, created_at)
                        values (:username, :hash, :role, :own, :at)
                        on conflict do nothing
                        """)
                        .param("username", person.username())
                        .param("hash", passwordHash)
                        .param("role", person.role().name())
                        .param("own", person.ownPassword())
                        .param("at", Instants.utc(person.createdAt()))
                        .update()
                == 1;
    }

    void changeRole(String username, Role role) {
        jdbc.sql("update app_user set role = :role where username = :username")
                .param("role", role.name())
                .param("username", username)
                .update();
    }

    void changePassword(String username, String passwordHash, boolean own) {
        jdbc.sql("update app_user set password_hash = :hash, own_password = :own where username = :username")
                .param("hash", passwordHash)
                .param("own", own)
                .param("username", username)
                .update();
    }

    void remove(String username) {
        jdbc.sql("delete from app_user where username = :username")
                .param("username", username)
                .update();
    }

    /** PostgreSQL cannot even be asked for a text with a NUL in it. */
    private static String askable(String username) {
        return username.replace("\0", "?");
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("username"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("own_password"),
                Instants.read(row, "created_at"));
    }
}
