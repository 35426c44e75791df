// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/first_start_service.h"
#include "core/accounts/team_service.h"
#include "core/changes/write_door.h"
#include "tests/support/fake_clock.h"
#include "ui/accounts/sign_in_page.h"
#include "ui/desk/desk.h"
#include "ui/shell/main_window.h"
#include "ui/shell/program.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

namespace thimblely::test {

/*!
 * The program's real window over a real file, used as a person does: every key goes to what has the keyboard. Waits
 * answer false where what is waited for does not come.
 */
class OpenProgram {
public:
    static constexpr const char *pin = "2580";
    static constexpr int patience = 30'000; // a password's hash takes a second on an old computer

    OpenProgram()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("Thimblely"));
        QCoreApplication::setApplicationName(QStringLiteral("Thimblely"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, dir.filePath(QStringLiteral("settings")));
        qputenv("THIMBLELY_PAPERS", papers().toUtf8());
        ui::Theme::instance().install();
        ui::Theme::instance().setScheme(ui::Scheme::Light);
    }
    ~OpenProgram() { close(); }

    QString path() const { return dir.filePath(QStringLiteral("shop.thimblely")); }
    QString papers() const { return dir.filePath(QStringLiteral("papers")); }

    //! A shop in Lagos with its owner, as the first start makes it.
    bool makeShop()
    {
        FirstStartInput input;
        input.shopName = QStringLiteral("Bello Tailoring");
        input.countryCode = QStringLiteral("NG");
        input.currency = QStringLiteral("NGN");
        input.ownerName = QStringLiteral("Amina Bello");
        input.ownerLogin = QStringLiteral("amina");
        input.password = QStringLiteral("needle and thread");
        input.pin = QLatin1String(pin);
        auto made = FirstStartService::create(path(), input, clock);
        made.waitForFinished();
        if (made.result())
            owner = *made.result();
        return owner.has_value();
    }
    //! A colleague at the counter, who signs in with the same PIN turned round.
    bool addColleague()
    {
        const auto session = access::Session::open(path(), *owner).value();
        const auto door = changes::WriteDoor::open(*session, clock).value();
        const NewPerson person{QStringLiteral("Tunde Ade"), access::Role::Member, access::Job::Counter,
                               QStringLiteral("0852")};
        return changes::await(TeamService(*session, *door).add(person)).ok();
    }

    //! Starts the program on the file; it shows whatever it shows.
    void start() { start(path()); }
    void start(const QString &file)
    {
        program = std::make_unique<ui::Program>(file, clock);
        program->show();
        program->activateWindow();
        (void)QTest::qWaitForWindowActive(program.get());
        program->start();
    }
    //! Closes the window as a person does, and forgets it.
    void close()
    {
        if (program)
            program->close();
        QThreadPool::globalInstance()->waitForDone(patience);
        QCoreApplication::processEvents(); // what the papers still had to say
        program.reset();
    }
    template <typename PageType>
    PageType *shown() const
    {
        auto *page = qobject_cast<PageType *>(program->currentWidget());
        return page && page->isVisible() ? page : nullptr;
    }
    template <typename PageType>
    bool waitFor()
    {
        return QTest::qWaitFor([this] { return shown<PageType>() != nullptr; }, patience);
    }
    //! Until the sign-in screen stands there and knows who may sign in.
    bool waitForFaces()
    {
        return waitFor<ui::SignInPage>() &&
               QTest::qWaitFor([this] { return !shown<ui::SignInPage>()->findChildren<ui::FaceButton *>().isEmpty(); },
                               patience);
    }
    //! At the faces: types the PIN into what has the keyboard.
    bool signIn(const char *secret = pin)
    {
        if (!waitForFaces())
            return false;
        type(secret);
        press(Qt::Key_Return);
        return waitFor<ui::MainWindow>();
    }
    bool startAndSignIn()
    {
        start();
        return signIn();
    }

    static QWidget *focus() { return QApplication::focusWidget(); }
    static QString focusName() { return focus() ? focus()->accessibleName() : QString(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus() ? focus() : program.get(), Qt::Key(key), modifiers);
    }
    void type(const char *text) { type(QString::fromUtf8(text)); }
    void type(const QString &text)
    {
        for (const QChar each : text) { // to whoever has the keyboard after the key before
            QTest::keyClicks(focus() ? focus() : program.get(), QString(each));
        }
    }
    //! Presses Tab until what has the keyboard answers to the name, at most once round.
    bool tabTo(const QString &name)
    {
        QStringList met;
        for (int i = 0; i < 120; ++i) {
            if (readName(focus()) == name)
                return true;
            if (!met.contains(readName(focus())))
                met.append(readName(focus()));
            press(Qt::Key_Tab);
        }
        qWarning("Tab met %s", qPrintable(met.join(QStringLiteral(" | "))));
        return false;
    }
    //! What a screen reader says the control is called.
    static QString readName(const QWidget *widget)
    {
        if (!widget)
            return {};
        QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        return reader ? reader->text(QAccessible::Name) : QString();
    }
    //! Whether these words can be read anywhere in the window.
    bool says(const QString &words) const
    {
        const auto labels = program->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    bool waitSays(const QString &words) const
    {
        return QTest::qWaitFor([&] { return says(words); }, patience);
    }
    template <typename Child>
    Child *child() const
    {
        return program->findChild<Child *>();
    }
    ui::MainWindow &window() const { return *program->mainWindow(); }
    ui::Desk &desk() const { return *program->desk(); }

    QTemporaryDir dir;
    FakeClock clock;
    std::optional<access::Principal> owner;
    std::unique_ptr<ui::Program> program;
};

} // namespace thimblely::test
