package io.shisei.security;

import io.shisei.refusal.Refusal;
import io.shisei.security.signin.PasswordLogin;
import io.shisei.security.user.Users;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets people choose their passwords. */
@Component
public class OwnPassword {

    private final PasswordLogin login;
    private final Users users;

    OwnPassword(PasswordLogin login, Users users) {
        this.login = login;
        this.users = users;
    }

    /**
     * Takes another password, which ends all sessions of the user. A session or a token alone is not enough for it.
     *
     * @param present the password until now; guesses are slowed down as at the login
     * @param address where the user is
     * @throws Refusal when the present one is wrong, or the wanted one cannot be taken
     * @throws TooManyAttempts when wrong ones were shown before
     */
    public void change(String username, String present, String wanted, String address) {
        users.checkPassword(username, wanted);
        var shown = UsernamePasswordAuthenticationToken.unauthenticated(username, present);
        shown.setDetails(new WebAuthenticationDetails(address, null));
        try {
            login.authenticate(shown);
        } catch (BadCredentialsException e) {
            throw new Refusal.Invalid(SecurityCode.WRONG_PASSWORD, "present");
        }
        users.choosePassword(username, wanted);
    }
}
