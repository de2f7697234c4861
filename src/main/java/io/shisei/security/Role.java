package io.shisei.security;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a person is here for. Each role may what the one before it may, and more. */
public enum Role {
    READER(Permission.READ),
    OPERATOR(Permission.OPERATE),
    ADMINISTRATOR(Permission.ADMINISTER);

    private static final String PREFIX = "ROLE_";

    private final Permission most;

    Role(Permission most) {
        this.most = most;
    }

    /** As Spring Security keeps it with a login. */
    public List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList(PREFIX + name());
    }

    /** Whether an authority is that of a role that has the permission. */
    static boolean grants(GrantedAuthority authority, Permission permission) {
        return Arrays.stream(values())
                .anyMatch(role -> (PREFIX + role.name()).equals(authority.getAuthority())
                        && permission.compareTo(role.most) <= 0);
    }
}
