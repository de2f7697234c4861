package io.shisei.security.signin;

import io.shisei.security.user.Credentials;
import io.shisei.security.user.Users;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Checks user names and passwords, and slows down those who guess. An unknown name takes as long as a wrong password. */
@Component
public class PasswordLogin implements AuthenticationProvider {

    private final Users users;
    private final PasswordEncoder encoder;
    private final ProvenPasswords proven;
    private final HashGate gate;
    private final SignInAttempts attempts;
    private final Fingerprints fingerprints;
    private final Supplier<@Nullable String> hashOfNobody;

    PasswordLogin(
            Users users,
            PasswordEncoder encoder,
            ProvenPasswords proven,
            HashGate gate,
            SignInAttempts attempts,
            Fingerprints fingerprints) {
        this.users = users;
        this.encoder = encoder;
        this.proven = proven;
        this.gate = gate;
        this.attempts = attempts;
        this.fingerprints = fingerprints;
        this.hashOfNobody =
                SingletonSupplier.of(() -> encoder.encode(UUID.randomUUID().toString()));
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var password = String.valueOf(login.getCredentials());
        var guess = guess(login, password);
        attempts.admit(guess);
        var user = find(login.getName());
        var hash = user.map(Credentials::passwordHash);
        if (hash.filter(it -> proven.contains(password, it)).isEmpty()
                && !gate.pass(() -> matches(guess, password, hash))) {
            throw new BadCredentialsException("the name or the password is wrong");
        }
        return authenticated(user.orElseThrow(), login);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Asks once more whether the guess may be checked: those that were before it at the gate count too. */
    private boolean matches(Guess guess, String password, Optional<String> hash) {
        attempts.admit(guess);
        var matches = encoder.matches(password, hash.orElseGet(hashOfNobody)) && hash.isPresent();
        if (matches) {
            proven.add(password, hash.get());
            attempts.succeeded(guess);
        } else {
            attempts.failed(guess);
        }
        return matches;
    }

    private Optional<Credentials> find(String username) {
        try {
            return users.credentials(username);
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("the user could not be looked up", e);
        }
    }

    private Guess guess(Authentication login, String password) {
        var address = login.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var name = login.getName();
        return new Guess(Networks.of(address), fingerprints.brief(name), fingerprints.brief(name + '\0' + password));
    }

    private Authentication authenticated(Credentials user, Authentication login) {
        var proven = new ProvenUser(user.username(), fingerprints.of(user.passwordHash()));
        var authenticated = UsernamePasswordAuthenticationToken.authenticated(
                proven, null, user.role().authorities());
        authenticated.setDetails(login.getDetails());
        return authenticated;
    }
}
