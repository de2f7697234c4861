package io.shisei.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who has logged in, of whom nobody can say just now what they may: the database does not answer. */
final class UncheckedLogin extends AbstractAuthenticationToken {

    private final String username;
    private final DataAccessException why;

    UncheckedLogin(String username, DataAccessException why) {
        super(List.of());
        this.username = username;
        this.why = why;
        setAuthenticated(true);
    }

    DataAccessException why() {
        return why;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return username;
    }
}
