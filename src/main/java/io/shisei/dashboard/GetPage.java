package io.shisei.dashboard;

import io.shisei.database.ReadsAtOnce;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Gathers what a page, or a fragment of one, shows: over one connection, which is given back before the template is
 * rendered, and without writing anything.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@RequestMapping(method = RequestMethod.GET)
@ReadsAtOnce
@Needs(Permission.READ)
public @interface GetPage {
    /** The path, as for {@link RequestMapping}. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value();
}
