package io.shisei.database.embedded;

import io.shisei.database.start.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.bootstrap.BootstrapContextClosedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.modulith.NamedInterface;

/**
 * Starts the embedded PostgreSQL as soon as the settings are known, while the rest of the service is still being made. A
 * listener for the service itself; tests, which often bring a database along, do without.
 */
@NamedInterface("head-start")
public final class HeadStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (EmbeddedDatabase.isWanted(event.getEnvironment())) {
            var begun = Begun.in(EmbeddedDatabase.folder(event.getEnvironment()));
            event.getBootstrapContext().addCloseListener(begun::handOver);
        }
    }

    /** A server that is being started, and is stopped with the service though no bean has asked for it. */
    record Begun(FutureTask<Server> server) implements DisposableBean {

        static Begun in(Path folder) {
            var server = new FutureTask<>(() -> Server.start(folder));
            new Thread(server, "postgres-start").start();
            return new Begun(server);
        }

        private void handOver(BootstrapContextClosedEvent event) {
            var beans =
                    (DefaultListableBeanFactory) event.getApplicationContext().getBeanFactory();
            beans.registerSingleton("databaseHeadStart", this);
            beans.registerDisposableBean("databaseHeadStart", this);
        }

        /** Waits until the server answers. */
        Server join() throws IOException {
            try {
                return server.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Unusable cause) {
                    throw cause;
                }
                throw new IOException("PostgreSQL could not be started", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while PostgreSQL started", e);
            }
        }

        @Override
        public void destroy() throws IOException {
            join().close();
        }
    }
}
