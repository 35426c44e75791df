// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/archive_page.h"

#include "core/archive/archive_reader.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/file_dialog.h"

#include <QLineEdit>
#include <QLocale>
#include <QTimeZone>

namespace thimblely::ui {

ArchivePage::ArchivePage(QString suggested, const Clock &clock, QWidget *parent)
    : NewFilePage(std::move(suggested), tr("From everything taken along"),
                  tr("A new file is made from the folder, every line of it looked at; nothing that is there is "
                     "written over. Passwords and PINs were not taken along: they are given anew."),
                  parent),
      m_clock(clock), m_folder(new FieldEdit(tr("The folder, in which “schema.json” lies"), form())),
      m_password(new FieldEdit(tr("New password, 8 characters or more"), foundParent()))
{
    addSource(m_folder, tr("Choose…"), [this] { chooseFolder(); });
    m_password->edit()->setEchoMode(QLineEdit::Password);
    addAsked(m_password);
    connect(m_folder->edit(), &QLineEdit::returnPressed, this, &ArchivePage::lookInto);
}

void ArchivePage::setFolder(const QString &path)
{
    m_folder->setText(path);
    lookInto();
}

void ArchivePage::chooseFolder()
{
    const QString path = FileDialog::folder(this, tr("The folder that was taken along"));
    if (!path.isEmpty())
        setFolder(path);
}

void ArchivePage::lookInto()
{
    if (isBusy())
        return;
    forgetContents();
    run([path = m_folder->text().trimmed()](
            const backup::Progress &progress) { return archive::lookIntoArchive(path, progress); },
        [this](const archive::ArchiveContents &contents) { showContents(contents); });
}

void ArchivePage::showContents(const archive::ArchiveContents &contents)
{
    const QLocale locale;
    const QTimeZone shops(contents.zone.toLatin1());
    const QTimeZone zone = shops.isValid() ? shops : QTimeZone::systemTimeZone();
    showFound(
        QStringList{tr("%1: %2 clients, %3 orders")
                        .arg(contents.shop, locale.toString(contents.clients), locale.toString(contents.orders)),
                    tr("Taken %1 (time of %2), %3 lines, %4.")
                        .arg(locale.toString(contents.madeAt.toTimeZone(zone), QStringLiteral("ddd d MMM yyyy, HH:mm")),
                             QString::fromLatin1(zone.id()), locale.toString(contents.rows),
                             locale.formattedDataSize(contents.bytes)),
                    tr("%1 took it, and signs in with the new password.").arg(contents.person)}
            .join(u'\n'),
        m_password->edit());
}

void ArchivePage::make(const QString &target)
{
    run([path = m_folder->text().trimmed(), password = m_password->text(), target, &clock = m_clock](
            const backup::Progress &progress) { return archive::readArchive(path, target, password, clock, progress); },
        [this, target](const archive::ArchiveBroughtIn &done) { Q_EMIT restored(target, done.missingPictures); });
}

QWidget *ArchivePage::wrongField(const Error &error) const
{
    return error.code.startsWith("accounts.password") ? m_password->edit() : m_folder->edit();
}

QWidget *ArchivePage::firstField() const
{
    return (hasFound() ? m_password : m_folder)->edit();
}

} // namespace thimblely::ui
