package io.shisei.security.signin;

import java.nio.ByteBuffer;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A user who has shown a password.
 *
 * @param passwordHash a fingerprint of the hash that it fitted: another one fits another password, or another user
 */
public record ProvenUser(String username, ByteBuffer passwordHash) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return username;
    }
}
