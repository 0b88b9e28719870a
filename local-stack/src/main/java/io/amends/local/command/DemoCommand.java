package io.amends.local.command;

import io.amends.local.demo.DemoLoader;
import io.amends.local.demo.Tour;
import io.amends.local.stack.Credentials;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackPart;
import io.amends.local.stack.StackPaths;
import io.amends.local.stack.StackPorts;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "As up, with the sample portal acme and a tour of the main job.")
public final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        StackPaths place = Checkout.place();
        StackPorts ports = StackPorts.from(System.getenv());
        Clock clock = Clock.systemUTC();
        Stack stack = Stack.start(place, ports, List.of(StackPart.values()), System.out);
        Credentials credentials = Credentials.in(place.credentials());
        System.out.println("Loading the sample portal");
        new DemoLoader(credentials.apiKey(), ports, System.out).load(clock.instant());
        System.out.println(Welcome.text(ports, credentials, place, true));
        System.out.println(Tour.text(ports, credentials.user(), credentials.password(), clock.instant()));
        stack.await();
        return 0;
    }
}
