using MountSim.Calibration.Tracing;

namespace MountSim.Calibration.Tests;

public class RingPageTests
{
    [Fact]
    public void Events_come_in_order_with_their_times()
    {
        var page = new RawPage(1_000).Event(5, 1, 0, 0, 0).Event(7, 2, 0, 0, 0, 9, 9, 9, 9).Bytes();
        Assert.Equal([(1_005UL, 1, 4), (1_012UL, 2, 8)], Events(page));
    }

    [Fact]
    public void A_long_event_has_its_length_in_a_word_of_its_own()
    {
        var payload = new byte[200];
        payload[0] = 3;
        Assert.Equal([(10UL, 3, 200), (12UL, 4, 4)], Events(new RawPage(0).LongEvent(10, payload).Event(2, 4, 0, 0, 0).Bytes()));
    }

    [Fact]
    public void A_long_pause_extends_the_time()
    {
        const ulong Pause = 5_000_000_000;
        Assert.Equal([(Pause + 101, 1, 4)], Events(new RawPage(100).Extend(Pause).Event(1, 1, 0, 0, 0).Bytes()));
    }

    [Fact]
    public void An_absolute_stamp_replaces_the_time() =>
        Assert.Equal([(7_000_000_003UL, 1, 4)], Events(new RawPage(100).Stamp(7_000_000_000).Event(3, 1, 0, 0, 0).Bytes()));

    [Fact]
    public void A_discarded_event_is_stepped_over() =>
        Assert.Equal([(4UL, 1, 4)], Events(new RawPage(0).Discarded(8, 8, 8, 8, 8, 8, 8, 8).Event(4, 1, 0, 0, 0).Bytes()));

    [Fact]
    public void An_empty_page_has_no_events() => Assert.Empty(Events(new RawPage(5).Bytes()));

    [Fact]
    public void Missed_events_are_counted() => Assert.Equal(42, new RingPage(new RawPage(0).Event(1, 1, 0, 0, 0).Bytes(missed: 42)).Missed);

    [Fact]
    public void Nothing_is_missed_where_the_kernel_says_so() => Assert.Equal(0, new RingPage(new RawPage(0).Bytes()).Missed);

    private static List<(ulong Time, int Type, int Length)> Events(byte[] bytes)
    {
        var events = new List<(ulong, int, int)>();
        var page = new RingPage(bytes);
        while (page.Next())
            events.Add((page.Time, page.Event[0], page.Event.Length));
        return events;
    }
}
