package io.shisei.entry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Hides what a request says of proxies, so that no library believes it, or stumbles over it: with {@code native} the
 * container has heeded it already, and with {@code none} nobody may.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedHeaders extends ForwardedHeaderFilter {

    ForwardedHeaders(@Value("${server.forward-headers-strategy:none}") String strategy) {
        setRemoveOnly(!strategy.equalsIgnoreCase("framework"));
    }
}
