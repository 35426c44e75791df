// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/backup_link.h"

#include "core/backup/backup_keeper.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"

#include <QTimeZone>

namespace thimblely::ui {

BackupLink::BackupLink(Desk &desk, QWidget *parent) : FlatButton({}, parent), m_desk(desk)
{
    setIconName("i-backup");
    setButtonSize(Size::Small);
    const bool useful = desk.backups() && desk.principal().can(access::Capability::BackupMake);
    setVisible(useful);
    if (!useful)
        return;
    connect(desk.backups(), &backup::BackupKeeper::changed, this, &BackupLink::refresh);
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT m_desk.navigation().backupsRequested(); });
    refresh();
}

void BackupLink::refresh()
{
    const backup::BackupKeeper &keeper = *m_desk.backups();
    const auto newest = keeper.newest();
    const QString lacking = keeper.isLacking() ? QStringLiteral("\u25b2 ") : QString();
    if (!newest)
        return setText(keeper.isLacking() ? lacking + tr("No backup yet") : tr("Backups"));
    const Date day = m_desk.calendar().dayOf(*newest);
    const QTime time = QDateTime::fromMSecsSinceEpoch(newest->msecs(), QTimeZone(m_desk.calendar().zone())).time();
    setText(lacking + (day == m_desk.today()
                           ? tr("Backup: today %1").arg(m_desk.locale().toString(time, QLocale::ShortFormat))
                           : tr("Backup: %1").arg(dayText(day, m_desk.today(), m_desk.locale()))));
}

} // namespace thimblely::ui
