// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QString>

namespace thimblely {

/*!
 * Who somebody is at a provider, after the provider's signature and every claim were looked at: nothing but IdToken makes
 * one, so that what takes one needs no checks.
 */
class VerifiedIdentity {
public:
    const QByteArray &provider() const { return m_provider; }
    const QString &subject() const { return m_subject; } //!< the provider's own id of the person, which never changes
    //! As the provider says it, to be shown; empty where it says none, or has not verified it.
    const QString &email() const { return m_email; }

private:
    friend class IdToken;
    VerifiedIdentity(QByteArray provider, QString subject, QString email)
        : m_provider(std::move(provider)), m_subject(std::move(subject)), m_email(std::move(email))
    {}

    QByteArray m_provider;
    QString m_subject;
    QString m_email;
};

} // namespace thimblely
