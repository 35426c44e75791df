// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/restore.h"
#include "ui/backup/new_file_page.h"

namespace thimblely::ui {

/*!
 * From a backup to a shop that can be opened: which one, its code, what is in it, and where the new file goes. Before
 * anybody is signed in, or for a second look from within.
 */
class RestorePage : public NewFilePage {
    Q_OBJECT

public:
    RestorePage(QString suggested, const Clock &clock, QWidget *parent = nullptr);

    void setBackup(const QString &path);

protected:
    void lookInto() override;
    void make(const QString &target) override;
    QWidget *wrongField(const Error &error) const override;
    QWidget *firstField() const override;

private:
    void chooseBackup();
    void showContents(const backup::BackupContents &contents);

    const Clock &m_clock;
    FieldEdit *m_backup;
    FieldEdit *m_code;
};

} // namespace thimblely::ui
