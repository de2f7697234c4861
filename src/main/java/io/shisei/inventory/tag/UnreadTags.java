package io.shisei.inventory.tag;

import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the database of which types no tags are read, so that statements need not take their resources for untagged ones. */
@Component
public class UnreadTags {

    private final JdbcClient jdbc;
    private final ResourceTypes types;

    UnreadTags(JdbcClient jdbc, ResourceTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void keep() {
        var unread = types.all().stream()
                .filter(type -> !type.tagged())
                .map(ResourceType::name)
                .toArray(String[]::new);
        jdbc.sql("delete from untagged_type where type <> all(:types)")
                .param("types", unread)
                .update();
        jdbc.sql("insert into untagged_type select unnest(:types) on conflict do nothing")
                .param("types", unread)
                .update();
    }
}
