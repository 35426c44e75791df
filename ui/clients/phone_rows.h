// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace thimblely::ui {

class FieldEdit;

//! The phone numbers of a client, each with what it is used for; an empty row waits for the next one.
class PhoneRows : public QWidget {
    Q_OBJECT
public:
    explicit PhoneRows(QWidget *parent = nullptr);

    void setPhones(const std::vector<Phone> &phones);
    std::vector<Phone> phones() const;
    //! Under the `index`th number of phones(); -1: under the first.
    void setError(int index, const QString &sentence);
    void clearErrors();
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget *all;
        FieldEdit *number;
        QComboBox *use;
    };
    void append(const Phone &phone);
    void keepOneEmpty();

    QVBoxLayout *m_lines;
    QList<Row> m_rows;
};

} // namespace thimblely::ui
