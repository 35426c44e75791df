// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/archive/archive_look.h"
#include "ui/backup/new_file_page.h"

namespace thimblely::ui {

/*!
 * From everything that was taken along (a folder of JSON Lines) to a shop that can be opened: which folder, what is in
 * it, the new password of who took it, and where the new file goes. Before anybody is signed in.
 */
class ArchivePage : public NewFilePage {
    Q_OBJECT

public:
    ArchivePage(QString suggested, const Clock &clock, QWidget *parent = nullptr);

    void setFolder(const QString &path);

protected:
    void lookInto() override;
    void make(const QString &target) override;
    QWidget *wrongField(const Error &error) const override;
    QWidget *firstField() const override;

private:
    void chooseFolder();
    void showContents(const archive::ArchiveContents &contents);

    const Clock &m_clock;
    FieldEdit *m_folder;
    FieldEdit *m_password;
};

} // namespace thimblely::ui
