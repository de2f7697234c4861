package io.shisei.security;

import io.shisei.database.Moments;
import io.shisei.database.Moments.Moment;
import io.shisei.security.signin.Fingerprints;
import io.shisei.security.signin.ProvenUser;
import io.shisei.security.user.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a session speak for its user as the user is now: with the present role, and not at all once the user is gone or has
 * another password. The user is looked up when anything has been committed since the last time.
 */
final class SessionLogins extends OncePerRequestFilter {

    private static final String SEEN = SessionLogins.class.getName() + ".SEEN";

    private final Users users;
    private final Fingerprints fingerprints;
    private final Moments moments;

    SessionLogins(Users users, Fingerprints fingerprints, Moments moments) {
        this.users = users;
        this.fingerprints = fingerprints;
        this.moments = moments;
    }

    /** What became of a login of a session at a moment; {@code now} null: nobody is logged in any more. */
    private record Seen(
            Moment moment, Authentication login, @Nullable Authentication now) {}

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setDeferredContext(SingletonSupplier.of(() -> asOfNow(kept.get(), request)));
        chain.doFilter(request, response);
    }

    private SecurityContext asOfNow(SecurityContext kept, HttpServletRequest request) {
        var login = kept.getAuthentication();
        if (login == null || !(login.getPrincipal() instanceof ProvenUser user)) {
            return kept;
        }
        var now = now(login, user, request);
        return now == null ? new SecurityContextImpl() : new SecurityContextImpl(now);
    }

    private @Nullable Authentication now(Authentication login, ProvenUser user, HttpServletRequest request) {
        var session = request.getSession();
        var moment = moments.now().orElse(null);
        request.setAttribute(Moments.OF_REQUEST, moment);
        if (session.getAttribute(SEEN) instanceof Seen seen && seen.moment.equals(moment) && seen.login == login) {
            return seen.now;
        }
        try {
            var now = lookUp(user);
            if (moment != null) {
                session.setAttribute(SEEN, new Seen(moment, login, now));
            }
            return now;
        } catch (DataAccessException e) {
            return new UncheckedLogin(user.username(), e);
        }
    }

    private @Nullable Authentication lookUp(ProvenUser user) {
        return users.credentials(user.username())
                .filter(it -> fingerprints.of(it.passwordHash()).equals(user.passwordHash()))
                .map(it -> UsernamePasswordAuthenticationToken.authenticated(
                        user, null, it.role().authorities()))
                .orElse(null);
    }
}
