// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/window/window_shop.h"

#include "core/access/privileged/principal_store.h"
#include "core/accounts/password_hash.h"
#include "tests/bench/comparison.h"
#include "tests/bench/window/watched_application.h"

#include <QElapsedTimer>
#include <QListView>
#include <QThread>

namespace thimblely::bench {

namespace {

std::unique_ptr<WindowShop> theShop;

//! Whether a widget was painted since, at a moment that counts.
class PaintNote : public QObject {
public:
    PaintNote(QWidget &widget, const std::function<bool()> &ready) : m_ready(ready) { widget.installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || (event->type() == QEvent::Paint && m_ready());
        return false;
    }
    bool painted() const { return m_painted; }

private:
    const std::function<bool()> &m_ready;
    bool m_painted = false;
};

} // namespace

WindowShop &WindowShop::instance()
{
    if (!theShop)
        theShop.reset(new WindowShop);
    return *theShop;
}

void WindowShop::close()
{
    theShop.reset();
}

WindowShop::WindowShop()
{
    const auto store = valueOf(access::PrincipalStore::open(storage::OpenOptions{m_file.path()}));
    const auto added = store->addLogin(idOf<PersonId>(personId(0)), QStringLiteral("owner"), {},
                                       valueOf(hashSecret(QLatin1String(pin))), m_file.clock.now());
    if (!added)
        qFatal("%s", qPrintable(describe(added.error())));
}

test::OpenProgram &WindowShop::opened()
{
    if (!m_program) {
        m_program = std::make_unique<test::OpenProgram>();
        m_program->start(m_file.path());
        if (!m_program->waitForFaces())
            qFatal("the faces are not shown");
    }
    return *m_program;
}

test::OpenProgram &WindowShop::program()
{
    test::OpenProgram &program = opened();
    if (!program.program->mainWindow() && !program.signIn(pin))
        qFatal("nobody could sign in");
    return program;
}

QListView &WindowShop::list(const QString &name)
{
    for (QListView *view : program().program->findChildren<QListView *>()) {
        if (view->accessibleName() == name)
            return *view;
    }
    qFatal("there is no list %s", qPrintable(name));
}

double untilPainted(QWidget &painted, const std::function<void()> &act, const std::function<bool()> &ready,
                    int patience)
{
    const PaintNote note(painted, ready);
    QElapsedTimer waited;
    waited.start();
    const double time = timed([&] {
        act();
        while (!note.painted() && waited.elapsed() < patience)
            QCoreApplication::processEvents(QEventLoop::AllEvents);
    });
    return note.painted() ? time : -1;
}

void untilIdle()
{
    auto &application = WatchedApplication::instance();
    QElapsedTimer quiet;
    quiet.start();
    for (size_t seen = 0; quiet.elapsed() < 200;) {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        if (seen != application.seen()) {
            seen = application.seen();
            quiet.start();
        }
        QThread::usleep(200);
    }
}

} // namespace thimblely::bench
