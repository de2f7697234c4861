package io.shisei.scan;

import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All scans, the newest first. */
@Repository
public class Scans {

    public Page<Scan> list(@Nullable String accountId, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    public Optional<Scan> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** What the scan read so far, by region and service. */
    public List<Coverage> coverage(UUID id) {
        throw new UnsupportedOperationException();
    }
}
