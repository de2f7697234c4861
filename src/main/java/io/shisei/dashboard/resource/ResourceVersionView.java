package io.shisei.dashboard.resource;

import io.shisei.dashboard.Documents;
import io.shisei.inventory.Document;
import io.shisei.inventory.past.ResourceVersion;
import java.util.List;

/** A version of a resource, as pages show it. */
record ResourceVersionView(ResourceVersion version, List<Difference> differences) {

    static List<ResourceVersionView> of(List<ResourceVersion> versions, Documents documents) {
        return versions.stream()
                .map(it -> new ResourceVersionView(it, Difference.of(it.differences(), documents)))
                .toList();
    }

    /** Whether nothing at all is told of the document. */
    public boolean isWhollyUnread() {
        return version.unread().contains(Document.WHOLE);
    }
}
