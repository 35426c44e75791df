// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"

#include <QJsonObject>
#include <QLocale>

#include <vector>

namespace thimblely::ui {

//! The fields of the editor, to say which one is meant.
enum class ClientField {
    Name,
    Phone,
    Email,
    Company,
    Address,
    BirthDate,
    FitNotes,
    Notes,
    Tags,
    Payer,
    Relation,
    TaxId,
    CreditLimit
};

//! What stands in the editor, exactly as typed, readable or not.
struct ClientForm {
    QString name;
    std::vector<Phone> phones; //!< empty rows are left out
    QString email;
    QString company;
    QString address;
    QString birthDate;
    GenderForFit gender = GenderForFit::Unknown;
    QString fitNotes;
    QString notes;
    QString tags;
    QString locale;
    std::optional<ClientId> payer;
    QString payerName; //!< or what stands in the field while nobody is chosen
    QString relation;
    Channel channel = Channel::None;
    QString taxId;
    bool creditAllowed = false;
    QString creditLimit;
    std::optional<Instant> marketingConsentAt;
    std::optional<Instant> photoConsentAt;
    std::optional<Instant> messageOptOutAt;

    static ClientForm of(const ClientDraft &draft, const QString &payerName, const QLocale &locale);
    QJsonObject toJson() const;
    static ClientForm fromJson(const QJsonObject &json);

    friend bool operator==(const ClientForm &, const ClientForm &) = default;
};

//! Why a field cannot be stored; `phone` tells which of the numbers.
struct FieldProblem {
    ClientField field;
    int phone;
    Error error;
};

//! What the form means, and everything in it that cannot be stored.
struct ReadForm {
    ClientDraft draft;
    std::vector<FieldProblem> problems;
};
ReadForm read(const ClientForm &form, Date today, const QLocale &locale, Currency currency);

//! A day as people type it: 22/3/1980 in the locale's order, 22.3.80, 1980-03-22; "date.malformed" else.
Result<Date> dateTyped(const QString &text, Date today, const QLocale &locale);
//! The same day as it is typed.
QString dateToType(Date date, const QLocale &locale);

} // namespace thimblely::ui
