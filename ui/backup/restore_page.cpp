// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/restore_page.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/file_dialog.h"

#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QTimeZone>

namespace thimblely::ui {

RestorePage::RestorePage(QString suggested, const Clock &clock, QWidget *parent)
    : NewFilePage(std::move(suggested), tr("From a backup"),
                  tr("A new file is made from it; nothing that is there is written over."), parent),
      m_clock(clock), m_backup(new FieldEdit(tr("The backup, a file that ends in “.thimblebackup”"), form())),
      m_code(new FieldEdit(tr("Backup code"), form()))
{
    m_code->setHint(tr("hyphens and case do not matter"));
    addSource(m_backup, tr("Choose…"), [this] { chooseBackup(); });
    addSource(m_code);
    connect(m_backup->edit(), &QLineEdit::returnPressed, m_code->edit(), [this] { m_code->edit()->setFocus(); });
    connect(m_code->edit(), &QLineEdit::returnPressed, this, &RestorePage::lookInto);
}

void RestorePage::setBackup(const QString &path)
{
    m_backup->setText(path);
    forgetContents();
    m_code->edit()->setFocus(Qt::OtherFocusReason);
}

void RestorePage::chooseBackup()
{
    const QString path =
        FileDialog::file(this, tr("The backup"), {}, tr("Backups (*%1)").arg(QLatin1String(backup::backupSuffix)));
    if (!path.isEmpty())
        setBackup(path);
}

void RestorePage::lookInto()
{
    if (isBusy())
        return;
    forgetContents();
    run([path = m_backup->text().trimmed(),
         code = m_code->text()](const backup::Progress &progress) { return backup::lookInto(path, code, progress); },
        [this](const backup::BackupContents &contents) { showContents(contents); });
}

void RestorePage::showContents(const backup::BackupContents &contents)
{
    const QLocale locale;
    const QByteArray named = contents.shops.empty() ? QByteArray() : contents.shops.front().timeZone;
    const QTimeZone shops(named);
    const QTimeZone zone = shops.isValid() ? shops : QTimeZone::systemTimeZone();
    QStringList lines{tr("Made %1 (time of %2), %3.")
                          .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(contents.madeAt.msecs(), zone),
                                               QStringLiteral("ddd d MMM yyyy, HH:mm")),
                               QString::fromLatin1(zone.id()), locale.formattedDataSize(contents.size))};
    for (const access::ShopFacts &shop : contents.shops)
        lines.append(tr("%1: %2 clients, %3 orders")
                         .arg(shop.name, locale.toString(shop.clients), locale.toString(shop.orders)));
    lines.append(tr("✔ Read to its end: it is whole, and as it was sealed."));
    showFound(lines.join(u'\n'), makeButton());
}

void RestorePage::make(const QString &target)
{
    run([path = m_backup->text().trimmed(), code = m_code->text(), target, &clock = m_clock](
            const backup::Progress &progress) { return backup::restore(path, code, target, clock, progress); },
        [this, target](const backup::Restored &done) { Q_EMIT restored(target, done.missingPictures); });
}

QWidget *RestorePage::wrongField(const Error &error) const
{
    return error.kind == ErrorKind::WrongSecret ? m_code->edit() : m_backup->edit();
}

QWidget *RestorePage::firstField() const
{
    return (m_backup->text().isEmpty() ? m_backup : m_code)->edit();
}

} // namespace thimblely::ui
