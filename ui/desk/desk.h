// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/base/date.h"
#include "core/changes/write_door.h"
#include "core/workspaces/working_hours.h"
#include "core/workspaces/workspace_service.h"
#include "ui/desk/background_reader.h"
#include "ui/desk/draft_keeper.h"
#include "ui/desk/navigation.h"
#include "ui/desk/notices.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/when_done.h"

#include <QLocale>
#include <QObject>

namespace thimblely::backup {
class BackupKeeper;
}

namespace thimblely::ui {

/*!
 * What every screen is given: the session to read from, the reader for what takes long, the door to write through,
 * where it may ask to be taken, who shows what it has to say, and how the shop writes money, days and lengths. One per
 * signed-in person; a screen keeps a reference and no copy. GUI thread only.
 */
class Desk : public QObject {
    Q_OBJECT

public:
    Desk(access::Session &session, changes::WriteDoor &door, DraftKeeper &drafts, WorkspaceProfile profile,
         ShopCalendar calendar, QLocale locale);

    access::Session &session() { return m_session; }
    const access::Principal &principal() const { return m_session.principal(); }
    changes::WriteDoor &door() { return m_door; }
    BackgroundReader &reader() { return m_reader; }
    const Clock &clock() const { return m_door.clock(); }
    DraftKeeper &drafts() { return m_drafts; }
    Navigation &navigation() { return m_navigation; }
    Notices &notices() { return m_notices; }
    //! Who makes the file's backups; null where the program that runs makes none.
    backup::BackupKeeper *backups() const { return m_backups; }
    void setBackups(backup::BackupKeeper *keeper) { m_backups = keeper; }

    const WorkspaceProfile &profile() const { return m_profile; }
    //! In which the shop measures bodies.
    LengthUnit lengthUnit() const
    {
        return m_profile.units == UnitSystem::Imperial ? LengthUnit::Inch : LengthUnit::Centimetre;
    }
    const QLocale &locale() const { return m_locale; }
    const ShopCalendar &calendar() const { return m_calendar; }
    //! When the shop works; the usual hours where it never said.
    const WorkingHours &hours() const { return m_hours; }
    Date today() const { return m_calendar.dayOf(clock().now()); }

    //! What an error says, its amounts and days as the shop writes them.
    QString sentence(const Error &error) const;
    //! What was done, in a sentence (operation_text.h); empty where it is nobody's news.
    QString sentence(const QByteArray &kind, const QStringList &args) const;
    //! The amount as the shop writes it, or dots while money is hidden.
    QString amount(const Money &money) const { return amountText(money, m_locale); }

    /*!
     * Waits for a write without holding up the window: `done` is called with its value on the GUI thread, unless
     * `context` is gone by then; a failure becomes a notice, then `failed` is called.
     */
    template <typename T, typename Done>
    void when(QFuture<Result<T>> future, QObject *context, Done done, std::function<void(const Error &)> failed = {})
    {
        whenDone(std::move(future), context,
                 [this, done = std::move(done), failed = std::move(failed)](const Result<T> &result) {
                     if (!result) {
                         m_notices.fail(result.error());
                         if (failed)
                             failed(result.error());
                         return;
                     }
                     if constexpr (std::is_void_v<T>)
                         done();
                     else
                         done(result.value());
                 });
    }

private:
    void readHours();
    void follow(const changes::ChangeSet &changes);

    access::Session &m_session;
    changes::WriteDoor &m_door;
    DraftKeeper &m_drafts;
    BackgroundReader m_reader;
    Navigation m_navigation;
    Notices m_notices;
    WorkspaceProfile m_profile;
    ShopCalendar m_calendar;
    WorkingHours m_hours;
    QLocale m_locale;
    backup::BackupKeeper *m_backups = nullptr;
};

} // namespace thimblely::ui
