package io.shisei.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/** The people who may log in. */
@Repository
public class Users implements UserDetailsService {

    private final JdbcClient jdbc;
    private final Clock clock;

    Users(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        // PostgreSQL cannot even be asked for a text with a NUL in it.
        return jdbc.sql("select password_hash from app_user where username = ?")
                .param(username.replace("\0", "?"))
                .query(String.class)
                .optional()
                .map(hash -> User.withUsername(username)
                        .password(hash)
                        .authorities("ROLE_ADMIN")
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("there is no such user"));
    }

    /** Whether the user was not there before. */
    public boolean add(String username, String passwordHash) {
        return jdbc.sql("insert into app_user (username, password_hash, created_at) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(username, passwordHash, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean contains(String username) {
        return jdbc.sql("select exists (select from app_user where username = ?)")
                .param(username)
                .query(Boolean.class)
                .single();
    }

    void changePassword(String username, String passwordHash) {
        jdbc.sql("update app_user set password_hash = ? where username = ?")
                .params(passwordHash, username)
                .update();
    }
}
