package io.shisei.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shisei.security.signin.Fingerprints;
import io.shisei.security.signin.Guess;
import io.shisei.security.signin.Networks;
import io.shisei.security.signin.SignInAttempts;
import java.nio.ByteBuffer;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks API tokens, and slows down those who guess: beside the passwords, so that a script with an old token keeps
 * nobody from logging in. A token that was right before is always looked up.
 */
@Component
class TokenLogin {

    private static final int CAPACITY = 1000;
    private static final long ANY_NAME = 0;

    private final Tokens tokens;
    private final SignInAttempts attempts;
    private final Fingerprints fingerprints;
    private final Cache<ByteBuffer, Boolean> proven =
            Caffeine.newBuilder().maximumSize(CAPACITY).build();

    TokenLogin(Tokens tokens, SignInAttempts attempts, Fingerprints fingerprints) {
        this.tokens = tokens;
        this.attempts = attempts;
        this.fingerprints = fingerprints;
    }

    /**
     * The login of the token's owner, who may what the owner may now.
     *
     * @param address where the token comes from
     */
    Authentication authenticate(String secret, String address) {
        var fingerprint = fingerprints.of(secret);
        var guess = new Guess("token " + Networks.of(address), ANY_NAME, fingerprint.getLong(0));
        if (proven.getIfPresent(fingerprint) == null) {
            attempts.admit(guess);
        }
        var owner = owner(secret, guess);
        proven.put(fingerprint, true);
        return UsernamePasswordAuthenticationToken.authenticated(
                owner.username(), null, owner.role().authorities());
    }

    private Tokens.Owner owner(String secret, Guess guess) {
        try {
            return tokens.owner(secret).orElseThrow(() -> {
                attempts.failed(guess);
                return new BadCredentialsException("there is no such token");
            });
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("the token could not be looked up", e);
        }
    }
}
