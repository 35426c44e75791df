// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/backup_keeper.h"
#include "ui/desk/page.h"

#include <QElapsedTimer>

#include <array>

class QProgressBar;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class FieldEdit;
class Label;
class SectionHead;

/*!
 * Where the shop's copies go, when the last one was made, the code that opens them, and one to be made now. For whoever
 * may make backups.
 */
class BackupPage : public Page {
    Q_OBJECT

public:
    BackupPage(Desk &desk, backup::BackupKeeper &keeper, QWidget *parent = nullptr);

    QString title() const override { return tr("Backups"); }
    void arrive() override;
    bool stepBack() override;

Q_SIGNALS:
    void restoreRequested();
    void encryptRequested();
    void vaultKeyRequested();

private:
    struct PlaceRow {
        QWidget *box = nullptr;
        Label *folder = nullptr;
        Label *state = nullptr;
        Button *remove = nullptr;
    };

    void build();
    void addCode(QVBoxLayout *rows);
    void addPlaces(QVBoxLayout *rows);
    void addMaking(QVBoxLayout *rows);
    bool isSaidInARow(const Error &error) const;
    void refresh();
    void showPlace(const PlaceRow &row, const backup::Place &place);
    void addPlace();
    void removePlace(size_t index);
    void offerCode();
    void keepCode();

    Desk &m_desk;
    backup::BackupKeeper &m_keeper;
    QWidget *m_form = nullptr;
    Label *m_codeWords = nullptr;
    QWidget *m_codeBox = nullptr; // while one is being chosen
    Label *m_code = nullptr;
    FieldEdit *m_confirm = nullptr;
    Button *m_keepCode = nullptr;
    Button *m_otherCode = nullptr;
    Button *m_giveUp = nullptr;
    QString m_offered;
    bool m_arrived = false; // and nothing was known yet
    std::array<PlaceRow, backup::BackupKeeper::mostPlaces> m_rows;
    QElapsedTimer m_removed; // since the last place was
    Label *m_noPlace = nullptr;
    Button *m_add = nullptr;
    Button *m_now = nullptr;
    QProgressBar *m_progress = nullptr;
    Label *m_problem = nullptr;
};

} // namespace thimblely::ui
