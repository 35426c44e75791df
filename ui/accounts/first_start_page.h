// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/first_start_service.h"
#include "core/base/clock.h"
#include "ui/accounts/pin_rule.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QCheckBox;

namespace thimblely::ui {

class Button;
class CountryRow;
class FieldEdit;
class Label;

/*!
 * The first start in under a minute, on one page: shop, country, currency, units, owner. Choosing a country fills in
 * the rest; each wrong field says so under itself. Makes the file and signs the owner in.
 */
class FirstStartPage : public QWidget {
    Q_OBJECT

public:
    FirstStartPage(QString path, const Clock &clock, QWidget *parent = nullptr);

    FirstStartInput input() const;
    //! Makes the shop at another path, with what was typed.
    void createIn(const QString &path);

Q_SIGNALS:
    void finished(const thimblely::access::Principal &owner, const QString &name);
    void demoRequested();
    //! The shop exists already, on another computer: it comes from a backup.
    void restoreRequested();
    //! The shop exists already, as a folder of everything that was taken along.
    void archiveRequested();
    //! All is typed, and the shop's files are to be encrypted: the file is not made before createIn().
    void encryptRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Field { Shop, Owner, Login, Password, Pin, FieldCount };

    void build();
    void addEncryption(QBoxLayout *rows, QWidget *form);
    void create();
    void make();
    bool showErrors(const std::vector<Error> &errors);
    void setBusy(bool busy);

    QString m_path;
    const Clock &m_clock;
    std::array<FieldEdit *, FieldCount> m_fields{};
    CountryRow *m_country = nullptr;
    PinRule m_rule = usualPinRule();
    Label *m_missing = nullptr;     // why a PIN is longer here
    QCheckBox *m_encrypt = nullptr; // none where the files are encrypted already
    Label *m_problem = nullptr;
    Button *m_create = nullptr;
};

} // namespace thimblely::ui
