package io.shisei.aws.kind;

import io.shisei.aws.door.SdkFaults;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;

/**
 * Where a service is read: one account in one region, with the clients to do so. Lives as long as one reading of one
 * service; what it remembers of shared answers lives as long as the unit.
 */
public final class Site implements AutoCloseable {

    private final String account;
    private final String partition;
    private final String region;
    private final int width;
    private final Memory memory;
    private final Clients clients;
    private final Map<String, SdkClient> opened = new ConcurrentHashMap<>();

    /** Makes a client of {@code api} for a region as {@link #region} tells it. */
    public interface Clients {
        SdkClient open(Api<?> api, String region);
    }

    /**
     * @param region as AWS calls it; {@code global} for what an account has once
     * @param width how many resources may be read at once
     */
    public Site(String account, String partition, String region, int width, Memory memory, Clients clients) {
        this.account = account;
        this.partition = partition;
        this.region = region;
        this.width = width;
        this.memory = memory;
        this.clients = clients;
    }

    public String account() {
        return account;
    }

    public String partition() {
        return partition;
    }

    public String region() {
        return region;
    }

    public Scope scope() {
        return Scope.of(region);
    }

    int width() {
        return width;
    }

    /** The client of {@code api}, the same one each time. */
    public <C extends SdkClient> C client(Api<C> api) {
        return client(api, region);
    }

    private <C extends SdkClient> C client(Api<C> api, String where) {
        var key = api.client().getName() + " " + where;
        return api.client().cast(opened.computeIfAbsent(key, same -> clients.open(api, where)));
    }

    /** {@code arn:aws:service:region:account:rest} for a resource of this account and region. */
    public String arn(String service, String rest) {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + rest;
    }

    /** What AWS answers to one of the several calls of a part; where it does not, the part is a gap that names the call. */
    public <C extends SdkClient, T> T ask(Ask<C> ask, Function<C, T> call) {
        return askIn(region, ask, call);
    }

    /** As {@link #ask}, in another region of the account. */
    public <C extends SdkClient, T> T askIn(String where, Ask<C> ask, Function<C, T> call) {
        return findIn(where, ask, call).orElseThrow(() -> new Lacking(SdkFaults.gap(ask.action(), absent(ask))));
    }

    /** The gap that stays where {@code ask} does not show what another answer names. */
    public RuntimeException unseen(Ask<?> ask, String what) {
        return new Lacking(new Gap(ask.action(), "NotFound", what));
    }

    /**
     * What {@code read} makes of each, for a part: of what is named twice, and of what several have in common, once. Where a
     * call did not answer for some, the list of the others with a gap.
     */
    public <X> Object each(Collection<X> all, Function<X, ?> read) {
        return eachOf(all, one -> List.of(read.apply(one)));
    }

    /** As {@link #each}, where {@code read} makes none, one or several of each. */
    public <X> Object eachOf(Collection<X> all, Function<X, ? extends Collection<?>> read) {
        var members = new ArrayList<Object>();
        return whole(
                members,
                new LinkedHashSet<>(all),
                one -> read.apply(one).stream()
                        .filter(member -> !members.contains(member))
                        .forEach(members::add));
    }

    /** As {@link #each}, under their keys: of a map with a gap, those that are not in it may hold anything. */
    public <K> Object entries(Collection<K> keys, Function<K, ?> read) {
        var entries = new LinkedHashMap<K, Object>();
        return whole(entries, keys, key -> entries.put(key, read.apply(key)));
    }

    private static <X> Object whole(Object known, Collection<X> all, Consumer<X> read) {
        var gaps = new ArrayList<Gap>();
        for (var one : all) {
            try {
                read.accept(one);
            } catch (Lacking lacking) {
                gaps.add(lacking.gap());
            }
        }
        return gaps.isEmpty() ? known : new Incomplete(known, gaps.getFirst());
    }

    /** Waits before AWS is asked again. */
    public void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static RuntimeException absent(Ask<?> ask) {
        return new IllegalStateException("AWS says that there is no such thing: " + ask.none());
    }

    /** As {@link #ask}, but empty where AWS says by one of the ask's codes that there is no such thing. */
    public <C extends SdkClient, T> Optional<T> find(Ask<C> ask, Function<C, T> call) {
        return findIn(region, ask, call);
    }

    private <C extends SdkClient, T> Optional<T> findIn(String where, Ask<C> ask, Function<C, T> call) {
        return switch (ask.<T>answer(() -> call.apply(client(ask.api(), where)))) {
            case Answer.Given<T> given -> Optional.of(given.value());
            case Answer.None<T> none -> Optional.empty();
            case Answer.Missing<T> missing -> throw new Lacking(missing.gap());
        };
    }

    /** All that {@code listing} gives, asked for once in a unit for each {@code key}, however many resources share it. */
    public <L> List<L> all(Object key, Listing<L> listing) {
        return once(key, () -> {
            var all = new ArrayList<L>();
            listing.walk().run(this, all::add, gap -> {
                throw new Lacking(gap);
            });
            return List.copyOf(all);
        });
    }

    /** All that {@code listing}, one and the same for all that share it, gives, asked for once in a unit. */
    public <L> List<L> all(Listing<L> listing) {
        return all(listing, listing);
    }

    /** What {@code ask} answers, or throws, asked once in a unit for each {@code key}, however many threads want it. */
    public <T> T once(Object key, Supplier<T> ask) {
        return memory.once(key, ask);
    }

    @Override
    public void close() {
        opened.values().forEach(SdkClient::close);
    }
}
