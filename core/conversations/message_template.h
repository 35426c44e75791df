// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace thimblely::conversations {

//! What a template leaves open, written in it as {name}.
enum class MessageField { Name, Order, Pieces, Day, Time, When, Balance, Shop, Question };
inline constexpr int messageFieldCount = int(MessageField::Question) + 1;

//! "{name}", the same in every language.
QString writtenField(MessageField field);

//! What stands for the fields in one message. A field that is absent has nothing to say here; balance is also absent
//! for who may not read prices, which hidesBalance tells apart.
struct MessageFacts {
    std::map<MessageField, QString> values = {};
    bool hidesBalance = false;
};

/*!
 * A text that a shop writes again and again, in as many languages as it likes. The usual ones are in English and may be
 * changed; a shop adds its own. Pure value; any thread.
 */
struct MessageTemplate {
    QString key;                           //!< in the file, for good: "ready"
    QString name;                          //!< translated, or as typed
    bool offer = false;                    //!< no news of an order: only to those who agreed to it
    bool own = false;                      //!< the shop's, not one of the usual
    std::map<QString, QString> texts = {}; //!< by language: "en", "fr"

    struct Chosen {
        QString text;
        QString language;
        friend bool operator==(const Chosen &, const Chosen &) = default;
    };
    //! In the first of these languages (or locales) that it has, else in English, else in whichever there is; an empty text
    //! where it has none.
    Chosen in(const QStringList &wanted) const;
    friend bool operator==(const MessageTemplate &, const MessageTemplate &) = default;
};

//! "fr" of "fr_FR" or "fr-CA"; empty of an empty one.
QString languageOf(const QString &locale);

//! What every shop begins with, in their order.
std::vector<MessageTemplate> usualTemplates();

//! Refuses a field that there is not: Invalid "message.unknown_field" (args[0] what was typed).
Result<void> checkFields(const QString &text);
/*!
 * The text with its fields filled, once: what a value holds is never taken for a field. Errors: Invalid
 * "message.unknown_field", "message.nothing_for_field" (args[0] the field) where nothing is known for one; Forbidden
 * "message.balance_hidden".
 */
Result<QString> fill(const QString &text, const MessageFacts &facts);
//! The same for a look at it: what cannot be filled stays as it is written.
QString fillKnown(const QString &text, const MessageFacts &facts);

} // namespace thimblely::conversations
