// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/own_workspaces_service.h"
#include "tests/bench/comparison.h"
#include "tests/bench/window/watched_application.h"
#include "tests/bench/window/window_shop.h"

#include <QEvent>
#include <QTimer>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

constexpr int switches = 20;

//! When something of another window of the shop than the one that stood there was painted, within the shown one.
class OtherWindow : public QObject {
public:
    explicit OtherWindow(const ui::Program &program) : m_program(program), m_before(program.mainWindow())
    {
        QCoreApplication::instance()->installEventFilter(this);
    }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const ui::MainWindow *shown = m_program.mainWindow();
        if (event->type() == QEvent::Paint && shown != m_before && m_program.currentWidget() == shown) {
            const auto *widget = qobject_cast<QWidget *>(object);
            m_painted = m_painted || (widget && (widget == shown || shown->isAncestorOf(widget)));
        }
        return false;
    }
    bool painted() const { return m_painted; }

private:
    const ui::Program &m_program;
    const ui::MainWindow *const m_before;
    bool m_painted = false;
};

//! Sleeps between events as the program does: a loop that spins would take a core from the threads it waits for.
double untilThere(const ui::Program &program, WorkspaceId workspace)
{
    const OtherWindow other(program);
    QTimer limit;
    limit.setSingleShot(true);
    limit.start(10'000);
    const double time = timed([&] {
        Q_EMIT program.mainWindow()->workspaceRequested(workspace);
        while (!other.painted() && limit.isActive())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
    if (!other.painted())
        qFatal("the other workspace was not shown");
    return time;
}

access::Principal secondShop(const access::Principal &owner)
{
    const WindowShop &shop = WindowShop::instance();
    NewShop typed;
    typed.shopName = QStringLiteral("Second shop");
    typed.countryCode = QStringLiteral("NG");
    typed.currency = QStringLiteral("NGN");
    return valueOf(OwnWorkspacesService(shop.file().path(), owner, shop.file().clock).create(typed).result());
}

//! What the core does for it: who one is there, and a session with its views.
double coreAlone(const access::Principal &from, WorkspaceId to)
{
    const FilledFile &file = WindowShop::instance().file();
    OwnWorkspacesService workspaces(file.path(), from, file.clock);
    return timed([&] {
        const EnteredWorkspace there = valueOf(workspaces.enter(to).result());
        valueOf(access::Session::open(file.path(), there.principal));
    });
}

//! To and fro between the large shop and a new one.
void switching(benchmark::State &state)
{
    test::OpenProgram &program = WindowShop::instance().program();
    const access::Principal large = program.desk().session().principal();
    const access::Principal small = secondShop(large);
    untilIdle();
    for (auto _ : state) {
        Samples core;
        Samples toLarge;
        Samples toSmall;
        for (int i = 0; i < switches; ++i) {
            core.add(coreAlone(large, small.workspace));
            core.add(coreAlone(small, large.workspace));
            toSmall.add(untilThere(*program.program, small.workspace));
            untilIdle();
            WatchedApplication::instance().startWatching();
            toLarge.add(untilThere(*program.program, large.workspace));
            untilIdle();
        }
        const double longest = WatchedApplication::instance().stopWatching().percentile(100) / 1000;
        const auto say = [](const char *what, const Samples &samples, double limit) {
            report({what, "ms", samples.median() / 1000, 0, samples.median() / 1000, limit});
        };
        say("another workspace, the core alone", core, 20);
        say("to a new workspace, until it is painted", toSmall, 100);
        say("to the one of 90,500 clients, until it is painted", toLarge, 100);
        report({"the last of them, longest event", "ms", longest, 0, longest, 16});
    }
}

BENCHMARK(switching)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
