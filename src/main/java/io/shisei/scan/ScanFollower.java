package io.shisei.scan;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells of scans as they go on. */
@Component
public class ScanFollower {

    private final Follower follower;
    private final Scans scans;

    ScanFollower(Follower follower, Scans scans) {
        this.follower = follower;
        this.scans = scans;
    }

    /** Tells of the scan as it is, and at each change, until it ends; answers false when too many listen already. */
    public boolean follow(UUID id, Follower.Listener<Scan> listener) {
        return follower.follow(
                "of-scan-" + id, () -> scans.find(id), scan -> scan.state().ended(), listener);
    }
}
