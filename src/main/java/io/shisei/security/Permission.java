package io.shisei.security;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** What a login may do. */
public enum Permission {
    /** What everybody may, without a login. */
    COME_IN,
    /** Look at everything but secrets. */
    READ,
    /** Start and cancel scans, and say how far people are with findings. */
    OPERATE,
    /** Decide what is watched, how it is judged and when, and who may come in. */
    ADMINISTER;

    private static final Map<String, Set<Permission>> BY_ROLE =
            Map.of("ROLE_ADMIN", EnumSet.of(READ, OPERATE, ADMINISTER));

    boolean isOf(@Nullable Authentication login) {
        return this == COME_IN
                || login != null
                        && login.getAuthorities().stream()
                                .anyMatch(role -> BY_ROLE.getOrDefault(String.valueOf(role.getAuthority()), Set.of())
                                        .contains(this));
    }
}
